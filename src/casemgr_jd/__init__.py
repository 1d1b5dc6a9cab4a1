"""Case Manager job postings: a requisition goes in, a posting comes out.

The names below are loaded when they are used, so that importing the package costs next to nothing.
"""

from casemgr_jd._version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from casemgr_jd.batching.arrow import batch_arrow as batch_arrow
    from casemgr_jd.batching.batch import batch as batch
    from casemgr_jd.builder.coverage import guide_coverage as guide_coverage
    from casemgr_jd.builder.posting_builder import PostingBuilder as PostingBuilder
    from casemgr_jd.builder.posting_builder import build as build
    from casemgr_jd.builder.posting_builder import draft as draft
    from casemgr_jd.checks.context import Context as Context
    from casemgr_jd.checks.context import Hit as Hit
    from casemgr_jd.checks.entry import check as check
    from casemgr_jd.checks.entry import check_document as check_document
    from casemgr_jd.checks.report import Finding as Finding
    from casemgr_jd.checks.report import Report as Report
    from casemgr_jd.checks.rule import Rule as Rule
    from casemgr_jd.checks.rules import explain as explain
    from casemgr_jd.comparison.differences import Comparison as Comparison
    from casemgr_jd.comparison.differences import compare as compare
    from casemgr_jd.content.catalog import Catalog as Catalog
    from casemgr_jd.content.copy_ready import template as template
    from casemgr_jd.content.load import load_catalog as load_catalog
    from casemgr_jd.content.requisition_schema import requisition_schema as requisition_schema
    from casemgr_jd.errors import CaseMgrError as CaseMgrError
    from casemgr_jd.errors import ContentError as ContentError
    from casemgr_jd.errors import DocumentError as DocumentError
    from casemgr_jd.errors import ExtraNotInstalledError as ExtraNotInstalledError
    from casemgr_jd.errors import InputError as InputError
    from casemgr_jd.errors import KeywordError as KeywordError
    from casemgr_jd.errors import PlanError as PlanError
    from casemgr_jd.errors import PluginWarning as PluginWarning
    from casemgr_jd.errors import Problem as Problem
    from casemgr_jd.errors import RenderError as RenderError
    from casemgr_jd.errors import UnknownNameError as UnknownNameError
    from casemgr_jd.facts.entry import read_posting as read_posting
    from casemgr_jd.facts.posting import PostingFacts as PostingFacts
    from casemgr_jd.hiring.advice import Advice as Advice
    from casemgr_jd.hiring.advice import recommend_role as recommend_role
    from casemgr_jd.hiring.kit import InterviewKit as InterviewKit
    from casemgr_jd.hiring.kit import interview_kit as interview_kit
    from casemgr_jd.hiring.title_review import TitleReview as TitleReview
    from casemgr_jd.hiring.title_review import review_title as review_title
    from casemgr_jd.house.check_choices import CheckChoices as CheckChoices
    from casemgr_jd.house.house_style import HouseStyle as HouseStyle
    from casemgr_jd.house.own_section import OwnSection as OwnSection
    from casemgr_jd.house.settings import house_style_of as house_style_of
    from casemgr_jd.house.settings import load_house_style as load_house_style
    from casemgr_jd.model.choices import Bound as Bound
    from casemgr_jd.model.choices import Confidence as Confidence
    from casemgr_jd.model.choices import Direction as Direction
    from casemgr_jd.model.choices import Edition as Edition
    from casemgr_jd.model.choices import EmploymentType as EmploymentType
    from casemgr_jd.model.choices import FindingKind as FindingKind
    from casemgr_jd.model.choices import FlsaStatus as FlsaStatus
    from casemgr_jd.model.choices import Need as Need
    from casemgr_jd.model.choices import PayPeriod as PayPeriod
    from casemgr_jd.model.choices import Severity as Severity
    from casemgr_jd.model.choices import WorkModel as WorkModel
    from casemgr_jd.model.citation import Citation as Citation
    from casemgr_jd.model.condition import Condition as Condition
    from casemgr_jd.model.document import Bullet as Bullet
    from casemgr_jd.model.document import BulletList as BulletList
    from casemgr_jd.model.document import Document as Document
    from casemgr_jd.model.document import Fact as Fact
    from casemgr_jd.model.document import FactList as FactList
    from casemgr_jd.model.document import Paragraph as Paragraph
    from casemgr_jd.model.document import Renderable as Renderable
    from casemgr_jd.model.document import Section as Section
    from casemgr_jd.model.document import Table as Table
    from casemgr_jd.model.item import Item as Item
    from casemgr_jd.model.listed import listed as listed
    from casemgr_jd.model.measures import KPI as KPI
    from casemgr_jd.model.measures import CaseloadRange as CaseloadRange
    from casemgr_jd.model.occupation import Occupation as Occupation
    from casemgr_jd.model.open_option import OpenOption as OpenOption
    from casemgr_jd.model.pay import PayPart as PayPart
    from casemgr_jd.model.pay import PayRange as PayRange
    from casemgr_jd.model.place import Location as Location
    from casemgr_jd.model.posting import Posting as Posting
    from casemgr_jd.model.ranges import PercentRange as PercentRange
    from casemgr_jd.model.ranges import YearsRange as YearsRange
    from casemgr_jd.model.requisition import Addition as Addition
    from casemgr_jd.model.requisition import Omission as Omission
    from casemgr_jd.model.requisition import Requisition as Requisition
    from casemgr_jd.model.requisition import Suppression as Suppression
    from casemgr_jd.model.setting import Role as Role
    from casemgr_jd.model.setting import SeniorityTier as SeniorityTier
    from casemgr_jd.model.setting import SettingModule as SettingModule
    from casemgr_jd.model.slot import Slot as Slot
    from casemgr_jd.model.slot import SlotKind as SlotKind
    from casemgr_jd.model.text import SlotRef as SlotRef
    from casemgr_jd.model.text import Text as Text
    from casemgr_jd.reading.source import Span as Span
    from casemgr_jd.renderers.base import NodeRenderer as NodeRenderer
    from casemgr_jd.renderers.context import Audience as Audience
    from casemgr_jd.renderers.context import RenderContext as RenderContext
    from casemgr_jd.renderers.data import JsonRenderer as JsonRenderer
    from casemgr_jd.renderers.docx.renderer import DocxRenderer as DocxRenderer
    from casemgr_jd.renderers.html import HtmlRenderer as HtmlRenderer
    from casemgr_jd.renderers.mail import EmailRenderer as EmailRenderer
    from casemgr_jd.renderers.markdown import MarkdownRenderer as MarkdownRenderer
    from casemgr_jd.renderers.outline import OutlineRenderer as OutlineRenderer
    from casemgr_jd.renderers.page import HtmlPageRenderer as HtmlPageRenderer
    from casemgr_jd.renderers.pdf import PdfRenderer as PdfRenderer
    from casemgr_jd.renderers.plain import PlainTextRenderer as PlainTextRenderer
    from casemgr_jd.renderers.plan import Plan as Plan
    from casemgr_jd.renderers.protocol import FileRenderer as FileRenderer
    from casemgr_jd.renderers.protocol import Renderer as Renderer
    from casemgr_jd.renderers.protocol import TextRenderer as TextRenderer
    from casemgr_jd.renderers.registry import get_renderer as get_renderer
    from casemgr_jd.renderers.registry import render as render
    from casemgr_jd.renderers.theme import Theme as Theme
    from casemgr_jd.renderers.theme import load_theme as load_theme
    from casemgr_jd.serde.json import dumps as dumps
    from casemgr_jd.serde.json import loads as loads
    from casemgr_jd.serde.page import PageReading as PageReading
    from casemgr_jd.serde.page import load_page as load_page
    from casemgr_jd.serde.page import read_page as read_page
    from casemgr_jd.serde.requisition import load_requisition as load_requisition
    from casemgr_jd.serde.table.outcome import Outcome as Outcome
    from casemgr_jd.serde.table.table_map import TableMap as TableMap
    from casemgr_jd.serde.table.table_map import load_table_map as load_table_map
    from casemgr_jd.variation.ladder import Ladder as Ladder
    from casemgr_jd.variation.ladder import ladder as ladder
    from casemgr_jd.variation.variants import Variants as Variants
    from casemgr_jd.variation.variants import variants as variants

_HOMES = {
    "batching.arrow": "batch_arrow",
    "batching.batch": "batch",
    "builder.coverage": "guide_coverage",
    "builder.posting_builder": "PostingBuilder build draft",
    "checks.context": "Context Hit",
    "checks.entry": "check check_document",
    "checks.report": "Finding Report",
    "checks.rule": "Rule",
    "checks.rules": "explain",
    "comparison.differences": "Comparison compare",
    "content.catalog": "Catalog",
    "content.copy_ready": "template",
    "content.load": "load_catalog",
    "errors": "CaseMgrError ContentError DocumentError ExtraNotInstalledError InputError "
    "KeywordError PlanError PluginWarning Problem RenderError UnknownNameError",
    "content.requisition_schema": "requisition_schema",
    "facts.entry": "read_posting",
    "facts.posting": "PostingFacts",
    "hiring.advice": "Advice recommend_role",
    "hiring.kit": "InterviewKit interview_kit",
    "hiring.title_review": "review_title TitleReview",
    "house.check_choices": "CheckChoices",
    "house.house_style": "HouseStyle",
    "house.own_section": "OwnSection",
    "house.settings": "house_style_of load_house_style",
    "model.choices": "Bound Confidence Direction Edition EmploymentType "
    "FindingKind FlsaStatus Need PayPeriod Severity WorkModel",
    "model.citation": "Citation",
    "model.condition": "Condition",
    "model.document": "Bullet BulletList Document Fact FactList Paragraph Renderable Section Table",
    "model.item": "Item",
    "model.listed": "listed",
    "model.measures": "KPI CaseloadRange",
    "model.occupation": "Occupation",
    "model.open_option": "OpenOption",
    "model.pay": "PayPart PayRange",
    "model.place": "Location",
    "model.posting": "Posting",
    "model.ranges": "PercentRange YearsRange",
    "model.requisition": "Addition Omission Requisition Suppression",
    "model.setting": "Role SeniorityTier SettingModule",
    "model.slot": "Slot SlotKind",
    "model.text": "SlotRef Text",
    "reading.source": "Span",
    "renderers.base": "NodeRenderer",
    "renderers.context": "Audience RenderContext",
    "renderers.data": "JsonRenderer",
    "renderers.docx.renderer": "DocxRenderer",
    "renderers.html": "HtmlRenderer",
    "renderers.mail": "EmailRenderer",
    "renderers.markdown": "MarkdownRenderer",
    "renderers.outline": "OutlineRenderer",
    "renderers.page": "HtmlPageRenderer",
    "renderers.pdf": "PdfRenderer",
    "renderers.plain": "PlainTextRenderer",
    "renderers.plan": "Plan",
    "renderers.protocol": "FileRenderer Renderer TextRenderer",
    "renderers.registry": "get_renderer render",
    "renderers.theme": "load_theme Theme",
    "serde.json": "dumps loads",
    "serde.page": "PageReading load_page read_page",
    "serde.requisition": "load_requisition",
    "serde.table.outcome": "Outcome",
    "serde.table.table_map": "TableMap load_table_map",
    "variation.ladder": "Ladder ladder",
    "variation.variants": "Variants variants",
}
_MODULES = {name: module for module, names in _HOMES.items() for name in names.split()}

__all__ = [*_MODULES, "__version__"]  # pyright: ignore[reportUnsupportedDunderAll]


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(_imported(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = value
    return value


def load_ipython_extension(shell: object) -> None:
    """Show lists and tuples of our values in a notebook: ``%load_ext casemgr_jd``."""
    from casemgr_jd._notebook import register
    from casemgr_jd.model._display import listed_markup

    register(shell, listed_markup)


def unload_ipython_extension(shell: object) -> None:
    """Show them as they were before: ``%unload_ext casemgr_jd``."""
    from casemgr_jd._notebook import forget

    forget(shell)


def _imported(module: str) -> object:
    from importlib import import_module

    from casemgr_jd._pause import collector_paused

    with collector_paused():
        return import_module(module)


def __dir__() -> list[str]:
    return sorted(__all__)
