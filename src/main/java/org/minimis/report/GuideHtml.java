package org.minimis.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import org.minimis.regime.LawGuide;

/** The guide for sellers as one page that needs no network. */
public final class GuideHtml {

    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, GuideHtml.class.getClassLoader(), "org.minimis.report.template");

    private GuideHtml() {}

    public static String text(LawGuide guide) {
        var text = new StringOutput();
        TEMPLATES.render("guide.jte", guide, text);
        return text.toString();
    }
}
