# Completes genesys-eventbridge in PowerShell 5.1 and newer, in $PROFILE:
# genesys-eventbridge completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName 'genesys-eventbridge', 'genesys-eventbridge.cmd', 'genesys-eventbridge.ps1' -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $given = @($commandAst.CommandElements |
      Where-Object { $_.Extent.StartOffset -lt $cursorPosition } |
      ForEach-Object { $_.Extent.Text.Trim('''', '"') })
  $program = $given[0]
  $words = @($given | Select-Object -Skip 1)
  $how = if ($wordToComplete) { 'word' } else { 'next' }
  $current = ([string]$wordToComplete).Trim('''', '"')
  $lines = @(& $program completion --complete $how '--' @words 2>$null)
  foreach ($line in $lines) {
    # For files PowerShell's own completion comes in where nothing is returned.
    if ($line.StartsWith(':')) { continue }
    $value, $help = $line -split ' ', 2
    if (-not $value.StartsWith($current, [StringComparison]::OrdinalIgnoreCase)) { continue }
    if (-not $help) { $help = $value }
    # Braces, commas and the like mean something to PowerShell.
    $text = if ($value -match '[^\w./=:\\-]') { "'" + $value.Replace("'", "''") + "'" } else { $value }
    [System.Management.Automation.CompletionResult]::new($text, $value, 'ParameterValue', $help)
  }
}
