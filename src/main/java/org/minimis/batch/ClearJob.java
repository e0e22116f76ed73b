package org.minimis.batch;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.minimis.ledger.Book;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The job {@code clear}: receive, screen, clear, load, publish, reconcile, report. One job instance is one batch.
 *
 * <p>Every step may be run again and finds for itself what is left to do. The job repository is memory of what ran when; what
 * was done, the journals say.
 */
final class ClearJob {

    static final String CLEAR = "clear";
    private static final String BATCH = "batch";

    private final Run run;
    private final Receive receive;
    private final TaskExecutor workers;
    private final PlatformTransactionManager transactions;
    private final JobRepository repository;
    private final Partitions partitions;
    private final Publish publish;
    private final @Nullable SliceSender sender;

    ClearJob(Run run, Receive receive, ExecutorService workers) throws Exception {
        this(run, receive, workers, null);
    }

    /** @param sender to workers in other processes, where there are any */
    ClearJob(Run run, Receive receive, ExecutorService workers, @Nullable SliceSender sender) throws Exception {
        this.sender = sender;
        this.run = run;
        this.receive = receive;
        this.workers = new TaskExecutorAdapter(workers);
        transactions = new JdbcTransactionManager(run.book().dataSource());
        repository = repository(run.book(), transactions);
        partitions = new Partitions(run, repository);
        publish = new Publish(run);
    }

    static JobRepository repository(Book book, PlatformTransactionManager transactions) throws Exception {
        var factory = new JdbcJobRepositoryFactoryBean();
        factory.setDataSource(book.dataSource());
        factory.setTransactionManager(transactions);
        // H2's SERIALIZABLE is none; that nobody else starts this batch, the lock sees to.
        factory.setIsolationLevelForCreateEnum(org.springframework.transaction.annotation.Isolation.READ_COMMITTED);
        factory.afterPropertiesSet();
        return factory.getObject();
    }

    /** Runs the batch from where it stands, and throws what stopped it. */
    void execute(String batch) throws Exception {
        var parameters = new JobParametersBuilder().addString(BATCH, batch).toJobParameters();
        StaleExecutions.repair(repository, CLEAR, parameters);
        var operator = new TaskExecutorJobOperator();
        operator.setJobRepository(repository);
        operator.setJobRegistry(new MapJobRegistry());
        operator.setTaskExecutor(new SyncTaskExecutor());
        operator.afterPropertiesSet();
        var execution = operator.start(job(), parameters);
        publish.discard();
        execution.getStepExecutions().stream()
                .filter(step -> step.getStepName().indexOf(':') < 0)
                .forEach(step -> took(run.progress(), step.getStepName(), step));
        if (execution.getStatus().isUnsuccessful()) {
            throw cause(execution);
        }
    }

    /** Tells how long it took; nothing where it has not ended. */
    static void took(Progress progress, String name, StepExecution step) {
        if (step.getStartTime() != null && step.getEndTime() != null) {
            progress.took(name, Duration.between(step.getStartTime(), step.getEndTime()));
        }
    }

    private static RuntimeException cause(JobExecution execution) {
        var failures = execution.getAllFailureExceptions();
        return first(failures, Failures::fatal)
                .or(() -> first(failures, Failures::disk))
                .orElseGet(() -> new IllegalStateException(
                        "batch ended as " + execution.getStatus(), failures.isEmpty() ? null : failures.get(0)));
    }

    private static Optional<RuntimeException> first(
            List<Throwable> failures, Function<Throwable, Optional<RuntimeException>> what) {
        return failures.stream().map(what).flatMap(Optional::stream).findFirst();
    }

    private Job job() throws Exception {
        var receive = new FlowBuilder<Flow>("receive")
                .start(tasklet("receive", this.receive::receive))
                .next(screen())
                .next(tasklet("repeats", this::repeats))
                .build();
        var sums = new BookSums(run);
        return new JobBuilder(CLEAR, repository)
                .start(receive)
                .next(sender == null ? clear() : clearElsewhere(sender))
                .next(tasklet("withdraw", this::withdraw))
                .next(publish(sums))
                .next(tasklet("reconcile", () -> reconcile(sums)))
                .next(tasklet("report", () -> report(sums)))
                .end()
                .build();
    }

    private Step screen() throws Exception {
        return sender != null
                ? elsewhere("screen", sender, RemoteWork::screen)
                : bySlice(
                        "screen",
                        slice -> Screening.screen(run.clearing(), run.plan().slice(slice), run.folder(), slice),
                        workers);
    }

    /** What is cleared goes into the book and into declaration files at once, beside the clearing of the rest. */
    private Flow clear() throws Exception {
        var cleared = new ClearedSlices();
        var clear = partitions.step(
                new SliceStep(run, repository, cleared.opening(run.folder())), this::sliceKeys, workers);
        // A flow of its own, for a split takes the step before it along.
        return new FlowBuilder<Flow>(CLEAR)
                .split(new SimpleAsyncTaskExecutor("clear-"))
                .add(
                        new FlowThen(flow(clear), cleared::close),
                        flow(bySlice("load", slice -> load(slice, cleared), loaders())),
                        flow(join(cleared::await, new SyncTaskExecutor())))
                .build();
    }

    /** No transaction: it asks the database for nothing, and waits long. */
    private Step join(Predicate<SliceName> isCleared, TaskExecutor executor) throws Exception {
        var none = new ResourcelessTransactionManager();
        var join = PartStep.of(run, repository, none, "join", key -> publish.join(ordinal(key), isCleared));
        return partitions.step(join, this::manifestKeys, executor);
    }

    /** The rows of the book are summed beside it, for the reconciliation and for the report. */
    private Flow publish(BookSums sums) throws Exception {
        var files = new FlowBuilder<Flow>("publish")
                .start(partitions.step(
                        worker("publish", key -> publish.publish(ordinal(key))), this::manifestKeys, workers))
                .next(tasklet("exceptions", () -> new ExceptionFiles(run.folder(), run.plan(), run.sound()).write()))
                .build();
        return new FlowBuilder<Flow>("publish and sum")
                .split(new SimpleAsyncTaskExecutor("publish-"))
                .add(files, flow(tasklet("sum", sums::read)), flow(tasklet("figures", sums::sumReport)))
                .build();
    }

    private Flow clearElsewhere(SliceSender to) throws Exception {
        return new FlowBuilder<Flow>(CLEAR)
                .start(elsewhere(CLEAR, to, RemoteWork::clear))
                .next(elsewhere("load", to, RemoteWork::load))
                .next(join(slice -> true, workers))
                .build();
    }

    private Step elsewhere(String step, SliceSender to, Function<Run, RemoteWork> work) throws Exception {
        var remote = Objects.requireNonNull(run.request().remote());
        return partitions.step(step, this::sliceKeys, new RemoteParts(step, run, remote, repository, to, work));
    }

    private void repeats() throws Exception {
        var shared = new SharedClaims(run);
        var claims = new Claims(run.request().out(), run.plan().batch(), shared.claim(slices()));
        new Repeats(run.folder(), claims).decide(slices());
    }

    /** A slice that cannot be cleared fails its manifest there, not once more here. */
    private void load(SliceName slice, ClearedSlices cleared) throws Exception {
        if (cleared.await(slice)) {
            new Load(run).load(slice);
        }
    }

    /** H2 takes rows from one writer at a time. Never the workers: who waits for a slice would keep it from being cleared. */
    private TaskExecutor loaders() {
        if (!run.book().isShared()) {
            return new SyncTaskExecutor();
        }
        var loaders = new SimpleAsyncTaskExecutor("load-");
        loaders.setConcurrencyLimit(run.request().threads());
        return loaders;
    }

    /** What was loaded of a manifest before it failed leaves the book: it may come back mended. */
    private void withdraw() {
        for (var manifest : run.plan().manifests()) {
            if (run.failure(manifest).isPresent()) {
                Load.withdraw(run.book(), manifest);
            }
        }
    }

    private static Flow flow(Step step) {
        return new FlowBuilder<Flow>(step.getName()).start(step).end();
    }

    private void reconcile(BookSums sums) throws Exception {
        List<String> differences;
        try (var book = run.book().connection()) {
            differences = Reconciliation.afterPublishing(run.folder(), run.plan(), sums)
                    .differences(book, run.sound());
        }
        if (!differences.isEmpty()) {
            throw ClearException.outOfBalance("the books do not balance: " + String.join("; ", differences)
                    + "; keep the batch's folder and find out what changed it");
        }
        new SharedClaims(run).release();
    }

    private void report(BookSums sums) throws Exception {
        var result = new Report(run).write(sums.report());
        if (result.exitCode() != 0) {
            throw new ClearException(
                    ClearException.INCOMPLETE, "batch %s is incomplete; rerun it".formatted(result.batch()));
        }
    }

    /** The slices of manifests that have not failed, in the batch's order. */
    private List<SliceName> slices() {
        return run.sound().stream()
                .flatMap(manifest -> manifest.slices().stream().map(manifest::name))
                .toList();
    }

    private List<String> sliceKeys() {
        return slices().stream().map(SliceName::toString).toList();
    }

    private List<String> manifestKeys() {
        return run.sound().stream().map(manifest -> "m" + manifest.ordinal()).toList();
    }

    private Step bySlice(String name, PartStep.Part<SliceName> part, TaskExecutor executor) throws Exception {
        return partitions.step(worker(name, key -> part.work(SliceName.parse(key))), this::sliceKeys, executor);
    }

    private static int ordinal(String manifestKey) {
        return Integer.parseInt(manifestKey, 1, manifestKey.length(), 10);
    }

    /** A piece of work that is done at once. */
    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    private Step worker(String name, PartStep.Part<String> part) {
        return PartStep.of(run, repository, transactions, name, part);
    }

    private Step tasklet(String name, Work work) {
        return new StepBuilder(name, repository)
                .allowStartIfComplete(true)
                .tasklet(
                        (contribution, context) -> {
                            run.check();
                            run.progress().step(name);
                            work.run();
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
    }
}
