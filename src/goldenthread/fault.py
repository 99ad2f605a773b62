"""What is wrong with something a person gave us, in words fit for a page.

Every package raises this for bad input and nothing else; a defect of ours is any other exception.
"""


class Fault(Exception):
    """Bad input: one sentence that names the thing, the rule and the next step.

    The message is one line, holds no traceback and no path the person did not give.
    """

    def __str__(self) -> str:
        return " ".join(super().__str__().split())
