; A newer desk is never replaced by an older one: an older one may not know what the newer wrote.
!include WordFunc.nsh

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

!macro customUnInstall
  DetailPrint "The audit journals of this computer's agents were kept. Each agent's keys go with: Tunniste.exe --forget"
!macroend
