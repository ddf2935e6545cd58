@echo off
rem Starts runner on Windows, from a clone of its sources or from an installed copy; see the file
rem `runner`, which does the same elsewhere and says why. It builds target\runner.jar when it is
rem missing or when pom.xml or a file below src\main is newer than at the last build.
rem
rem   RUNNER_JAVA_HOME  the JDK to use, instead of the newest that is found
rem   RUNNER_JAVA_OPTS  further options for the JVM
rem
rem Exit codes of its own: 4 a tool is missing, 70 the build failed; otherwise the program's.

setlocal EnableExtensions DisableDelayedExpansion
rem Without the backslash at the end, which would escape a closing quote.
for %%h in ("%~dp0.") do set "home=%%~fh"

set "best=0"
set "java_home="
if defined RUNNER_JAVA_HOME (
    call :consider "%RUNNER_JAVA_HOME%"
    goto java_searched
)
if defined JAVA_HOME call :consider "%JAVA_HOME%"
for %%j in (java.exe) do if not "%%~$PATH:j"=="" call :consider "%%~dp$PATH:j.."
for /d %%d in (
    "%ProgramFiles%\Eclipse Adoptium\*"
    "%ProgramFiles%\Java\*"
    "%ProgramFiles%\Microsoft\jdk*"
    "%ProgramFiles%\Zulu\*"
    "%ProgramFiles%\Amazon Corretto\*"
    "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*"
    "%USERPROFILE%\.jdks\*"
    "%USERPROFILE%\.jbang\cache\jdks\*"
    "%USERPROFILE%\scoop\apps\*jdk*"
) do (
    call :consider "%%~d"
    call :consider "%%~d\current"
)
:java_searched
if not defined java_home goto no_java

set "jar=%home%\target\runner.jar"
if exist "%home%\pom.xml" goto from_sources
set "jar=%home%\lib\runner.jar"
if exist "%jar%" goto start
set "jar=%home%\..\lib\runner.jar"
if exist "%jar%" goto start
>&2 echo error: runner is not installed completely: there is neither lib\runner.jar nor pom.xml
exit /b 70

rem After a build, target\built-from is a copy of what it was built from, dates included: what
rem xcopy would copy anew was changed since. /l only lists.
:from_sources
set "copy=%home%\target\built-from"
if not exist "%jar%" goto build
if not exist "%copy%" goto start
xcopy "%home%\src\main" "%copy%\main" /d /l /s /i /y 2>nul | findstr /i /l ".java .properties .xml" >nul
if not errorlevel 1 goto build
xcopy "%home%\pom.xml" "%copy%" /d /l /y 2>nul | findstr /i /l "pom.xml" >nul
if not errorlevel 1 goto build
goto start

:build
set "maven=mvn"
if exist "%home%\mvnw.cmd" set "maven=%home%\mvnw.cmd"
if exist "%home%\mvnw.cmd" goto maven_found
where mvn >nul 2>nul
if errorlevel 1 goto no_maven
:maven_found
if not exist "%java_home%\bin\javac.exe" goto no_compiler
if not exist "%home%\target" mkdir "%home%\target"
set "lock=%home%\target\runner.lock"
set "log=%home%\target\build.log"
mkdir "%lock%" 2>nul
if errorlevel 1 goto locked
if exist "%jar%" >&2 echo Building runner again (its sources changed) ...
if not exist "%jar%" >&2 echo Building runner (first start, about a minute) ...
if not exist "%copy%" mkdir "%copy%"
xcopy "%home%\src\main" "%copy%\main" /d /s /i /y >nul 2>nul
xcopy "%home%\pom.xml" "%copy%" /d /y >nul 2>nul
set "user_java_home=%JAVA_HOME%"
set "JAVA_HOME=%java_home%"
call "%maven%" -B -q -f "%home%\pom.xml" -Dquick -Dmaven.test.skip=true "-Drunner.jar=%lock%\runner.jar" package >"%log%" 2>&1 <nul
set "result=%ERRORLEVEL%"
set "JAVA_HOME=%user_java_home%"
if not "%result%"=="0" goto build_failed
if not exist "%lock%\runner.jar" goto build_failed
move /y "%lock%\runner.jar" "%jar%" >nul
if errorlevel 1 goto jar_in_use
rmdir /s /q "%lock%"

:start
set "flags=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xlog:disable -Xms24m -Xmx512m -Xshare:auto"
if %best% GEQ 24 set "flags=%flags% --enable-native-access=ALL-UNNAMED"
rem At its end, and only if rustc is not on it already.
for %%r in (rustc.exe) do if "%%~$PATH:r"=="" set "PATH=%PATH%;%USERPROFILE%\.cargo\bin"
"%java_home%\bin\java.exe" %flags% %RUNNER_JAVA_OPTS% "-Drunner.home=%home%" -jar "%jar%" %*
exit /b %ERRORLEVEL%

rem Keeps the directory it is given if that holds a JDK newer than the one kept; its version is read from
rem the line JAVA_VERSION="25.0.3" of its file `release`.
:consider
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "major="
for /f "usebackq tokens=1,2 delims==" %%a in ("%~1\release") do (
    if "%%a"=="JAVA_VERSION" for /f "delims=.-+_" %%m in ("%%~b") do set "major=%%m"
)
if not defined major exit /b 0
if %major% LSS 17 exit /b 0
if %major% LEQ %best% exit /b 0
set "best=%major%"
set "java_home=%~f1"
exit /b 0

:locked
>&2 echo error: another runner is building, or %home%\target can't be written
>&2 echo help: try again in a minute; if no other runner is there, remove %lock%
exit /b 70

:build_failed
>&2 type "%log%"
rmdir /s /q "%lock%"
rmdir /s /q "%copy%"
>&2 echo error: runner could not be built; all that Maven said is in %log%
exit /b 70

:jar_in_use
rmdir /s /q "%lock%"
rmdir /s /q "%copy%"
>&2 echo error: %jar% is in use
>&2 echo help: end the other runners and try again
exit /b 70

:no_java
>&2 echo error: runner needs a JDK, version 17 or newer, and there is none here
if defined RUNNER_JAVA_HOME >&2 echo help: RUNNER_JAVA_HOME is "%RUNNER_JAVA_HOME%"; point it to a JDK's directory or unset it
if not defined RUNNER_JAVA_HOME >&2 echo help: winget install EclipseAdoptium.Temurin.21.JDK
exit /b 4

:no_maven
>&2 echo error: runner must be built first, and there is no Maven (mvn)
>&2 echo help: scoop install maven, or https://maven.apache.org/download.cgi
exit /b 4

:no_compiler
>&2 echo error: runner must be built first, and "%java_home%" is a JRE, without the compiler javac
>&2 echo help: winget install EclipseAdoptium.Temurin.21.JDK
exit /b 4
