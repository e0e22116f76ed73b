package org.minimis.batch;

/**
 * Which slice of a batch, as steps and files name it: {@code m1-s0}. It is read back from the name of a step, because the
 * job repository may have lost what else it knew of it.
 *
 * @param manifest its ordinal, from 1
 * @param slice from 0
 */
record SliceName(int manifest, int slice) {

    static SliceName parse(String text) {
        var dash = text.indexOf("-s");
        return new SliceName(Integer.parseInt(text, 1, dash, 10), Integer.parseInt(text.substring(dash + 2)));
    }

    @Override
    public String toString() {
        return "m" + manifest + "-s" + slice;
    }
}
