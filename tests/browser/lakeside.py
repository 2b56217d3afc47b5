"""The clinic of the browser tests: everything that one may print on its handouts."""

TEXT = """schema = 2
[protocol]
id = "lakeside"
title = "Lakeside Clinic: recovery after SMP"
version = "1.0.0"
language = "en"
reviewed_by = "Kim Example"
reviewed = 2026-11-22
extends = "{base}"
[clinic]
name = "Lakeside Clinic for Scalp Micropigmentation"
{logo}phone = ["+44 20 7946 0000", "+44 20 7946 0001"]
email = "hello@lakeside.example"
address = "1 Example Street, London"
url = "https://lakeside.example/aftercare"
emergency = "112"
"""


def clinic(base="smp-standard", logo=False):
    return TEXT.format(base=base, logo='logo = "logo.png"\n' if logo else "")
