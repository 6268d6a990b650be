#!/usr/bin/env bash
# Moodle's VPL runs this before an evaluation. It makes vpl_execution, whose output is the result.
# The grader lies beside it, or is installed on the jail server in /opt/initlab.
if [ -f common_script.sh ]; then
  . common_script.sh # decodes initlab.jar.b64
fi

cat > vpl_execution <<'SCRIPT'
#!/usr/bin/env bash
if [ -f vpl_environment.sh ]; then
  . ./vpl_environment.sh
fi
if [ -f /opt/initlab/initlab.sh ]; then # first: a student could hand in what lies here
  exec bash /opt/initlab/initlab.sh vpl
fi
if [ -f initlab.jar.b64 ]; then
  base64 -d initlab.jar.b64 > initlab.jar
fi
exec bash ./initlab.sh vpl
SCRIPT
chmod +x vpl_execution
