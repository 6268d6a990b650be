@echo off
rem The lab's commands, each a thin layer over Maven:
rem   lab test      the public tests                        (mvn test)
rem   lab test 3    those of one exercise
rem   lab see       trains and draws: target\lab\index.html (mvn -q compile exec:java)
rem   lab report    the public tests as a page              (mvn surefire-report:report-only)
setlocal
cd /d "%~dp0"
where mvn >nul 2>nul
if errorlevel 1 (
  echo Maven is missing. Install Maven 3.8 or later, and open a new terminal.
  exit /b 1
)
set TESTS=
if "%2"=="1" set TESTS=-Dtest=Exercise1ZerosTest -Dsurefire.failIfNoSpecifiedTests=false
if "%2"=="2" set TESTS=-Dtest=Exercise2RandomTest -Dsurefire.failIfNoSpecifiedTests=false
if "%2"=="3" set TESTS=-Dtest=Exercise3HeTest -Dsurefire.failIfNoSpecifiedTests=false
if "%1"=="test" (
  call mvn -B -q test %TESTS%
  exit /b
)
if "%1"=="see" (
  call mvn -q compile exec:java
  exit /b
)
if "%1"=="report" (
  call mvn -B -q test -Dmaven.test.failure.ignore=true
  call mvn -B -q surefire-report:report-only
  echo The page: student\target\reports\surefire.html
  exit /b
)
echo lab test ^| test 1 ^| test 2 ^| test 3 ^| see ^| report
exit /b 2
