"""LOB-werkbank: a desktop workbench for career guidance in Dutch vocational education (mbo)."""

__version__ = "0.1.0"
