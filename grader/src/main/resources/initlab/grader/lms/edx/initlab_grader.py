"""A handler of xqueue-watcher that grades by InitLab. The folder initlab/ lies beside it."""

import json
import pathlib
import subprocess
import tempfile

from xqueue_watcher.grader import Grader

HERE = pathlib.Path(__file__).resolve().parent
FILE_NAME = "@FILE@"
SECONDS = 300


def grade_text(student_response):
    """The answer of the grader: a dictionary with correct, score and msg."""
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, FILE_NAME).write_text(student_response, encoding="utf-8")
        ended = subprocess.run(
            ["bash", str(HERE / "initlab" / "initlab.sh"), "edx", "--root", folder],
            stdout=subprocess.PIPE,
            timeout=SECONDS,
            check=True,  # a fault of the grader is no answer
        )
    return json.loads(ended.stdout.decode("utf-8"))


class InitLabGrader(Grader):
    """What conf.json names."""

    def grade(self, grader_path, grader_config, student_response):
        return grade_text(student_response)

    def process_item(self, content, queue=None):
        answer = json.loads(content["xqueue_body"])
        return grade_text(answer["student_response"])
