"""The one register of output formats."""

from typing import Any

from casemgr_jd._registry import Registry

__all__ = ["FORMATS"]

_OF_A_RENDERER = ("name", "media_type", "suffix", "render")


def _unfit(made: object) -> str:
    missing = [one for one in _OF_A_RENDERER if not hasattr(made, one)]
    return f"is no renderer: it has no {' and no '.join(missing)}" if missing else ""


# The registry holds renderers; this floor does not know their type, get_renderer gives it.
FORMATS: Registry[Any] = Registry(
    "format",
    "casemgr_jd.renderers",
    {
        "markdown": "casemgr_jd.renderers.markdown:MarkdownRenderer",
        "text": "casemgr_jd.renderers.plain:PlainTextRenderer",
        "html": "casemgr_jd.renderers.page:HtmlPageRenderer",
        "html_fragment": "casemgr_jd.renderers.html:HtmlRenderer",
        "docx": "casemgr_jd.renderers.docx.renderer:DocxRenderer",
        "pdf": "casemgr_jd.renderers.pdf:PdfRenderer",
        "json": "casemgr_jd.renderers.data:JsonRenderer",
        "email": "casemgr_jd.renderers.mail:EmailRenderer",
        "outline": "casemgr_jd.renderers.outline:OutlineRenderer",
        "greenhouse": "casemgr_jd.renderers.applicant_systems:GreenhouseRenderer",
        "indeed": "casemgr_jd.renderers.indeed:IndeedRenderer",
        "jsonld": "casemgr_jd.renderers.jsonld:JsonLdRenderer",
        "jsonresume": "casemgr_jd.renderers.jsonresume:JsonResumeRenderer",
        "lever": "casemgr_jd.renderers.applicant_systems:LeverRenderer",
        "linkedin": "casemgr_jd.renderers.linkedin:LinkedInRenderer",
        "smartrecruiters": "casemgr_jd.renderers.applicant_systems:SmartRecruitersRenderer",
    },
    _unfit,
)
