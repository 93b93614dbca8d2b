"""Other listings, organisations and pictures."""

import pytest

from tests.telling import field, read, refused


def test_a_listing_is_named_by_its_folder_and_its_file() -> None:
    assert read("meetups/python-nantes", field("listing")) == "meetups/python-nantes"


@pytest.mark.parametrize(
    "written", ["Python Nantes", "python-nantes", "/meetups/python-nantes/", "meetups/python-nantes.md", "a/b/c"]
)
def test_what_does_not_name_a_listing_is_refused(written: str) -> None:
    hint = "Write its folder and its file's name without the ending, such as meetups/python-nantes."
    assert refused(written, field("listing")) == [f'"{written}" does not name a listing [not-a-listing] {hint}']


def test_an_organisation_is_any_name() -> None:
    names = ("Example CIC", "associations/guild", "Arts/Crafts Guild")
    assert tuple(read(each, field("organisation")) for each in names) == names


@pytest.mark.parametrize("written", ["logo.svg", "logos/example.org.png", "a/b/c-d_e.jpeg", "x.webp", "x.avif"])
def test_a_picture_is_named_by_its_path(written: str) -> None:
    assert read(written, field("image")) == written


@pytest.mark.parametrize("written", ["../logo.svg", "/logo.svg", "logo", "logo.pdf", "my logo.png", "a//b.png", ".png"])
def test_what_does_not_name_a_picture_is_refused(written: str) -> None:
    hint = "Write its path below content/static/, such as logos/example.svg; it ends in svg, png, jpg, webp or avif."
    assert refused(written, field("image")) == [f'"{written}" is not the name of a picture [not-an-image] {hint}']


@pytest.mark.parametrize("written", ["https://example.org/logo.png", "//example.org/logo.png"])
def test_a_picture_on_another_site_is_refused(written: str) -> None:
    hint = "Put the file into content/static/ and write its name; pages load nothing from other sites."
    assert refused(written, field("image")) == [f'"{written}" is on another site [not-an-image] {hint}']
