"""The whole house on one computer, with a made-up library: central, agent and screen as child processes.

Why real processes and real commands: whoever tries Wegwijs sees what a library would run, and what breaks here would
have broken there.
"""
