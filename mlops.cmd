@echo off
rem Starts the command line of MlopsBatch; the build is incremental, so an unchanged tree starts at once.
setlocal
set "ROOT=%~dp0"
dotnet build "%ROOT%src\MlopsBatch.Cli" -c Release --nologo -v quiet || exit /b 1
dotnet "%ROOT%artifacts\bin\MlopsBatch.Cli\release\mlops.dll" %*
exit /b %ERRORLEVEL%
