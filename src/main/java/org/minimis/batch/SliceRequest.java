package org.minimis.batch;

import org.minimis.settings.ProgramVersion;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What travels from the manager to a worker: which slice, and nothing of what is in it.
 *
 * @param batch its number
 * @param job execution of the job, in the job repository
 * @param execution of the step, in the job repository
 * @param step {@code screen}, {@code clear} or {@code load}
 * @param slice as {@link SliceName} writes it
 * @param sent how often it was sent
 * @param program the manager's version: another one might clear otherwise
 */
record SliceRequest(String batch, long job, long execution, String step, String slice, int sent, String program) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    SliceRequest(String batch, long job, long execution, String step, String slice, int sent) {
        this(batch, job, execution, step, slice, sent, ProgramVersion.text());
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    /** @throws IllegalArgumentException when it is no request */
    static SliceRequest parse(String json) {
        try {
            return JSON.readValue(json, SliceRequest.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("a message is no request for a slice", e);
        }
    }
}
