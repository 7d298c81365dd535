#!/bin/sh
# Startet den Resilienzmonitor. Alle Daten liegen im Ordner "data" neben dieser Datei.
# Starts the Resilience Monitor. All data lie in the folder "data" beside this file.
# Other words than options go to the command line, for example: ./start.sh export --help
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P) || exit 4
RESMON_DATA=${RESMON_DATA:-$here/data}
# No diagnostic sockets in /tmp, no libraries from elsewhere.
DOTNET_EnableDiagnostics=0
DOTNET_CLI_TELEMETRY_OPTOUT=1
export RESMON_DATA DOTNET_EnableDiagnostics DOTNET_CLI_TELEMETRY_OPTOUT
unset DOTNET_STARTUP_HOOKS DOTNET_ADDITIONAL_DEPS

if [ ! -x "$here/program/resmon" ]; then
  echo "program/resmon darf hier nicht ausgefuehrt werden. Bitte packen Sie das Archiv mit 'tar xzf' auf einem Laufwerk aus, das Programme erlaubt." >&2
  echo "program/resmon may not be run here. Please unpack the archive with 'tar xzf' on a drive that allows programs." >&2
  exit 4
fi

if ! answer=$("$here/program/resmon" --version 2>&1); then
  case $answer in
    *ICU*)
      echo "Es fehlt die Systembibliothek ICU (deutsche Zahlen, Sortierung). Paketname: libicu." >&2
      echo "The system library ICU is missing (German numbers, sorting). Name of the package: libicu." >&2 ;;
    *) echo "$answer" >&2 ;;
  esac
  exit 4
fi

case ${1-} in ''|-*) set -- serve "$@" ;; esac
exec "$here/program/resmon" "$@"
