@echo off
rem Builds the command line once (Release, ReadyToRun) and starts it; builds again only when a source changed.
setlocal
set "root=%~dp0"
set "built=%root%artifacts\provision"
where dotnet >nul 2>nul || (echo provision: the .NET 10 SDK is needed and 'dotnet' is not on PATH; see https://dot.net/download 1>&2 & exit /b 1)
powershell -NoProfile -Command "$s = Get-Item -LiteralPath '%built%\.built' -ErrorAction SilentlyContinue; if (-not $s) { exit 1 }; $r = '%root%'; $n = foreach ($d in 'backends','cli','engine','infra','protocol','providers','sandbox','sdks') { Get-ChildItem -Recurse -File (Join-Path $r $d) | Where-Object { $_.FullName -notmatch '\\(bin|obj)\\' -and $_.LastWriteTimeUtc -gt $s.LastWriteTimeUtc } | Select-Object -First 1 }; if ($n) { exit 1 }"
if not errorlevel 1 goto run
echo Building provision (first use, or a source changed)... 1>&2
dotnet publish "%root%cli\Provisioning.Cli.csproj" --configuration Release --use-current-runtime --self-contained false --artifacts-path "%root%artifacts\launcher" --output "%built%" --nologo --verbosity quiet -p:NuGetLockFilePath=obj/launcher.lock.json -p:RestoreLockedMode=false -p:EnforceCodeStyleInBuild=false -p:RunAnalyzers=false -p:PublishReadyToRun=true || exit /b 1
type nul > "%built%\.built"
:run
dotnet "%built%\provision.dll" %*
