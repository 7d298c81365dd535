@echo off
rem Startet den Resilienzmonitor. Alle Daten liegen im Ordner "data" neben dieser Datei.
rem Starts the Resilience Monitor. All data lie in the folder "data" beside this file.
rem Other words than options go to the command line, for example: Start.cmd export --help
setlocal
if not defined RESMON_DATA set "RESMON_DATA=%~dp0data"
set "DOTNET_EnableDiagnostics=0"
set "DOTNET_CLI_TELEMETRY_OPTOUT=1"
set "DOTNET_STARTUP_HOOKS="
set "DOTNET_ADDITIONAL_DEPS="
set "first=%~1"
if "%first%"=="" goto serve
if "%first:~0,1%"=="-" goto serve
"%~dp0program\resmon.exe" %*
exit /b %errorlevel%

:serve
title Resilienzmonitor
"%~dp0program\resmon.exe" serve %*
set "code=%errorlevel%"
rem Keeps the window open, so that a sentence about what went wrong can be read.
if not "%code%"=="0" pause
exit /b %code%
