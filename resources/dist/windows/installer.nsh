!include WordFunc.nsh

; A newer desk is never replaced by an older one: an older one may not know what the newer wrote.
!macro customInit
  ReadRegStr $0 HKLM "${UNINSTALL_REGISTRY_KEY}" "DisplayVersion"
  ${If} $0 != ""
    ${VersionCompare} "$0" "${VERSION}" $1
    ${If} $1 == 1
      SetErrorLevel 3
      MessageBox MB_OK|MB_ICONSTOP "Tunniste $0 is installed and newer than ${VERSION}. Nothing was changed." /SD IDOK
      Quit
    ${EndIf}
  ${EndIf}
!macroend

; An open desk may be in the middle of a call: it is never ended from here, as electron-builder's own installer would.
!macro customCheckAppRunning
  !insertmacro IS_POWERSHELL_AVAILABLE
  !insertmacro FIND_PROCESS "${APP_EXECUTABLE_FILENAME}" $R0
  ${If} $R0 == 0
    SetErrorLevel 4
    MessageBox MB_OK|MB_ICONSTOP "Tunniste is open. Nothing was changed: close it, then start this again." /SD IDOK
    Quit
  ${EndIf}
!macroend

; electron-builder's installer leaves a copy of itself and a helper for updates, which no desk fetches.
!macro customInstall
  Delete "$INSTDIR\resources\elevate.exe"
  SetShellVarContext current
  Delete "$LOCALAPPDATA\${APP_INSTALLER_STORE_FILE}"
  RMDir "$LOCALAPPDATA\${APP_PACKAGE_NAME}-updater"
  SetShellVarContext all
!macroend

!macro customUnInstall
  DetailPrint "The audit journals of this computer's agents were kept. Each agent's keys go with: Tunniste.exe --forget"
!macroend
