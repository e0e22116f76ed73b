package org.minimis.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import org.minimis.settings.ProgramVersion;

/** The report as one page that needs no network, for the screen and for paper. */
public final class RevenueHtml {

    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, RevenueHtml.class.getClassLoader(), "org.minimis.report.template");

    private RevenueHtml() {}

    /** The whole page. */
    public static String text(RevenueReport report) {
        return text(report, version());
    }

    static String text(RevenueReport report, String version) {
        var text = new StringOutput();
        TEMPLATES.render("revenue.jte", RevenuePage.of(report, version), text);
        return text.toString();
    }

    private static String version() {
        return ProgramVersion.text();
    }
}
