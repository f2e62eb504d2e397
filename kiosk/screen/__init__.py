"""What visitors see: Qt Quick, and the objects that QML reads and commands.

Why it is so bare: anybody may touch it, so it knows no network, holds no secret and writes no file. It reads the
replica and hands facts to the agent.
"""
