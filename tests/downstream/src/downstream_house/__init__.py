"""A house over casemgr_jd, as an employer would write it, with the public names of the root alone.

Its look in Markdown, on a page and in Word, a format of its own, content, rules, and a practice of its own:
a setting with caseload and measures, a tier and a role.
"""
