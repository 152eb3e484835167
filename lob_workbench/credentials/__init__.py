"""Badges that anyone can verify: Open Badges 3.0, issued, baked into pictures and checked.

Pure: no SQL, no Qt and never the network. What the school knows (its keys, whom it trusts, what it
revoked) is handed in; what comes out are bytes and verdicts in words.
"""
