@echo off
rem Startet den Resilienzmonitor. Alle Daten liegen im Ordner "data" neben dieser Datei.
rem Starts the Resilience Monitor. All data lie in the folder "data" beside this file.
rem Other words than options go to the command line, for example: Start.cmd export --help
rem An exclamation mark in a path is one, whatever is the default on this computer.
setlocal EnableExtensions DisableDelayedExpansion
rem A variable of this name would hide the code a program ends with.
set "ERRORLEVEL="
if exist "%~dp0program\resmon.exe" goto unpacked
echo Neben Start.cmd fehlt der Ordner "program". Bitte packen Sie das ganze Archiv aus und starten Sie von dort.
echo The folder "program" is missing beside Start.cmd. Please unpack the whole archive and start from there.
pause
exit /b 4

:unpacked
if not defined RESMON_DATA set "RESMON_DATA=%~dp0data"
set "DOTNET_EnableDiagnostics=0"
set "DOTNET_CLI_TELEMETRY_OPTOUT=1"
set "DOTNET_STARTUP_HOOKS="
set "DOTNET_ADDITIONAL_DEPS="
set "first=%~1"
if not defined first goto serve
if "%first:~0,1%"=="-" goto serve
"%~dp0program\resmon.exe" %*
exit /b %errorlevel%

:serve
title Resilienzmonitor
"%~dp0program\resmon.exe" serve %*
set "code=%errorlevel%"
rem Keeps the window open, so that a sentence about what went wrong can be read; not after Ctrl+C.
if not "%code%"=="0" if not "%code%"=="130" pause
exit /b %code%
