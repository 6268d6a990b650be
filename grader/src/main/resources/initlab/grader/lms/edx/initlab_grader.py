"""A handler of xqueue-watcher that grades by InitLab. The folder initlab/ lies beside it."""

import json
import pathlib
import subprocess
import tempfile

from xqueue_watcher.grader import Grader

HERE = pathlib.Path(__file__).resolve().parent
SECONDS = 900  # more than the slowest answer that is graded takes
NO_GRADE = {
    "correct": False,
    "score": 0,
    "msg": "<div>The grader failed. This is no grade: please tell your instructor.</div>",
}


def grade_text(student_response):
    """The answer of the grader. A watcher that a handler raises in stops: so none is raised."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "@FILE@")
        file.write_text(student_response, encoding="utf-8", errors="replace")
        command = ["bash", str(HERE / "initlab" / "initlab.sh"), "edx", "--root", folder]
        try:
            ended = subprocess.run(command, stdout=subprocess.PIPE, timeout=SECONDS, check=True)
            return json.loads(ended.stdout.decode("utf-8"))
        except (OSError, ValueError, subprocess.SubprocessError):
            return NO_GRADE


class InitLabGrader(Grader):
    """What conf.json names."""

    def process_item(self, content, queue=None):
        answer = json.loads(content["xqueue_body"])
        return grade_text(answer["student_response"])
