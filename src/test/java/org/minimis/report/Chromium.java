package org.minimis.report;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real browser without a window, told what to do over its debugging protocol. */
final class Chromium implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final WebSocket socket;
    private final LinkedBlockingQueue<JsonNode> messages;
    private final List<JsonNode> events = new ArrayList<>();
    private int calls;
    private String session = "";

    private Chromium(Process process, WebSocket socket, LinkedBlockingQueue<JsonNode> messages) {
        this.process = process;
        this.socket = socket;
        this.messages = messages;
    }

    /** The browser of this machine, if it has one. */
    static Optional<Path> installed() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Chromium start(Path program, Path profile) throws Exception {
        var process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            var messages = new LinkedBlockingQueue<JsonNode>();
            var socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(address(process), new Listener(messages))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            var browser = new Chromium(process, socket, messages);
            browser.attach();
            return browser;
        } catch (Exception e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** The browser says on its error stream where it listens. */
    private static URI address(Process process) throws IOException {
        var errors = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        for (var line = errors.readLine(); line != null; line = errors.readLine()) {
            if (line.startsWith("DevTools listening on ")) {
                drain(errors);
                return URI.create(
                        line.substring("DevTools listening on ".length()).strip());
            }
        }
        throw new IOException("the browser ended without listening");
    }

    // A full pipe would stop the browser.
    private static void drain(BufferedReader errors) {
        var thread = new Thread(() -> errors.lines().forEach(line -> {}), "browser errors");
        thread.setDaemon(true);
        thread.start();
    }

    private void attach() throws Exception {
        var target = call("Target.createTarget", "{\"url\":\"about:blank\"}")
                .get("targetId")
                .asString();
        session = call("Target.attachToTarget", "{\"flatten\":true,\"targetId\":\"" + target + "\"}")
                .get("sessionId")
                .asString();
        for (var domain : List.of("Page", "Runtime", "Log", "Network", "Audits")) {
            call(domain + ".enable", "{}");
        }
    }

    /** Opens a file and waits until the page and all that it asks for is loaded. */
    void open(Path file) throws Exception {
        call("Page.navigate", "{\"url\":\"" + file.toUri() + "\"}");
        while (events.stream().noneMatch(event -> event.get("method").asString().equals("Page.loadEventFired"))) {
            events.add(next());
        }
    }

    /** The text that a script gives when it runs in the page. */
    String evaluate(String script) throws Exception {
        var result = call("Runtime.evaluate", "{\"expression\":" + JSON.writeValueAsString(script) + "}");
        return result.get("result").get("value").asString();
    }

    /** The events of that name so far. */
    List<JsonNode> events(String method) {
        return events.stream()
                .filter(event -> event.get("method").asString().equals(method))
                .toList();
    }

    private JsonNode call(String method, String parameters) throws Exception {
        var id = ++calls;
        var address = session.isEmpty() ? "" : ",\"sessionId\":\"" + session + "\"";
        socket.sendText(
                        "{\"id\":%d,\"method\":\"%s\",\"params\":%s%s}".formatted(id, method, parameters, address),
                        true)
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        while (true) {
            var message = next();
            if (message.has("id") && message.get("id").asInt() == id) {
                if (message.has("error")) {
                    throw new IOException(method + ": " + message.get("error"));
                }
                return message.get("result");
            }
            if (message.has("method")) {
                events.add(message);
            }
        }
    }

    private JsonNode next() throws Exception {
        var message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (message == null) {
            throw new IOException("the browser has said nothing for %d seconds".formatted(PATIENCE_SECONDS));
        }
        return message;
    }

    /** Returns when none of its processes is left to write into the profile, which the test removes. */
    @Override
    public void close() {
        var family = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        socket.sendText("{\"id\":0,\"method\":\"Browser.close\"}", true).exceptionally(failure -> socket);
        for (var one : family) {
            one.onExit()
                    .completeOnTimeout(one, PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join();
            one.destroyForcibly();
            one.onExit().join();
        }
    }

    /** Puts the parts of a message together. */
    private static final class Listener implements WebSocket.Listener {

        private final LinkedBlockingQueue<JsonNode> messages;
        private final StringBuilder text = new StringBuilder();

        Listener(LinkedBlockingQueue<JsonNode> messages) {
            this.messages = messages;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                messages.add(JSON.readTree(text.toString()));
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }
}
