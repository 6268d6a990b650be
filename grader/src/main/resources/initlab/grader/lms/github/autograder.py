"""What Classroom 50 starts in the student's checkout; the folder initlab/ lies beside it."""

import os
import pathlib
import subprocess
import sys

here = pathlib.Path(__file__).resolve().parent / "initlab"
secret = os.environ.pop("INITLAB_SECRET", "")
if secret:
    file = here / "course.secret"
    file.touch(mode=0o600)
    file.write_text(secret, encoding="utf-8")
sys.exit(subprocess.call(["bash", str(here / "initlab.sh"), "github"]))
