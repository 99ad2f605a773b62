"""The command line: arguments in, reports out, exit codes."""
