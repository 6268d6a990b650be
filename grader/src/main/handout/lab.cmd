@echo off
rem The lab's commands, each a thin layer over Maven:
rem   lab test      the public tests, told in one block     (mvn test)
rem   lab test 3    those of one exercise
rem   lab see       trains and draws: target\lab\index.html (mvn -q compile exec:java)
rem   lab try       runs a line that you paste
rem   lab report    the public tests as a page              (mvn surefire-report:report-only)
setlocal
cd /d "%~dp0"
set LOG=target\lab.log
set JAVA=java
if defined JAVA_HOME set JAVA=%JAVA_HOME%\bin\java
where mvn >nul 2>nul
if errorlevel 1 (
  echo Maven is missing. Install Maven 3.8 or later, and open a new terminal.
  exit /b 1
)
if not exist target mkdir target
type nul >"%LOG%" 2>nul
if not exist "%LOG%" (
  echo Nothing can be written here. Copy this folder to one of your own.
  exit /b 1
)
if not exist student\target echo The first run downloads files for about a minute ...
set TESTS=
if "%2"=="1" set TESTS=-Dtest=Exercise1ZerosTest
if "%2"=="2" set TESTS=-Dtest=Exercise2RandomTest
if "%2"=="3" set TESTS=-Dtest=Exercise3HeTest
if "%1"=="test" goto test
if "%1"=="see" goto see
if "%1"=="try" goto try
if "%1"=="report" goto report
echo lab test ^| test 1 ^| test 2 ^| test 3 ^| see ^| try ^| report
exit /b 2

:test
call mvn -B -q test %TESTS% >"%LOG%" 2>&1
set STATUS=%errorlevel%
call :tell
exit /b %STATUS%

:see
call mvn -B -q compile >"%LOG%" 2>&1
if errorlevel 1 goto failed
if "%~2"=="" (
  call mvn -q compile exec:java
) else (
  call mvn -q compile exec:java "-Dexec.args=%2 %3 %4 %5 %6 %7 %8 %9"
)
exit /b

:try
call mvn -B -q compile >"%LOG%" 2>&1
if errorlevel 1 goto failed
call mvn -q compile exec:java -Dexec.mainClass=initlab.student.Try
exit /b

:report
call mvn -B -q test -Dmaven.test.failure.ignore=true >"%LOG%" 2>&1
if errorlevel 1 goto failed
call mvn -B -q surefire-report:report-only >>"%LOG%" 2>&1
if errorlevel 1 goto failed
echo The page: student\target\reports\surefire.html
exit /b

:failed
call :tell
exit /b 1

:tell
"%JAVA%" student\src\main\java\initlab\student\rules\MavenLog.java "%LOG%" student\src\main\resources\initlab\student\texts
exit /b
