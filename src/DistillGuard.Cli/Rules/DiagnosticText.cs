// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Text;
using DistillGuard.Cli.Output;
using DistillGuard.Rules;

namespace DistillGuard.Cli.Rules;

/// <summary>Shows a diagnostic with the line it is about, a caret under the place, and what to do.</summary>
internal sealed class DiagnosticText
{
    private const int LongestLine = 100;
    private const int BeforeCaret = 60;

    private readonly Dictionary<string, string[]> _lines = new(StringComparer.Ordinal);

    public DiagnosticText(IReadOnlyList<RuleSetSource> sources)
    {
        foreach (RuleSetSource source in sources)
        {
            _lines.TryAdd(source.Name, Encoding.UTF8.GetString(source.Utf8.Span).TrimStart('\uFEFF').Split('\n'));
        }
    }

    /// <summary>The diagnostic, on several lines.</summary>
    public string Of(RuleDiagnostic diagnostic)
    {
        var text = new StringBuilder();
        string severity = diagnostic.Severity == RuleSeverity.Error ? "error" : "warning";
        string value = diagnostic.Value.Length == 0 ? string.Empty : $" Found: {DisplayText.Clean(diagnostic.Value)}.";
        text.Append(CultureInfo.InvariantCulture, $"{severity}[{diagnostic.Code}]: {DisplayText.Clean(diagnostic.Problem)}{value}\n");
        text.Append(CultureInfo.InvariantCulture, $"  --> {diagnostic.Source}:{diagnostic.Line}:{diagnostic.Column} ({diagnostic.Path})\n");
        AppendSnippet(text, diagnostic);
        text.Append(CultureInfo.InvariantCulture, $"   = fix: {diagnostic.Remedy}\n");
        text.Append(CultureInfo.InvariantCulture, $"   = page: docs/rules/{diagnostic.Code}.md\n");
        return text.ToString();
    }

    private void AppendSnippet(StringBuilder text, RuleDiagnostic diagnostic)
    {
        if (!_lines.TryGetValue(diagnostic.Source, out string[]? lines) || diagnostic.Line > lines.Length)
        {
            return;
        }

        // A tab is shown as one space and a long line is cut, so that the caret stands under its character.
        string line = lines[diagnostic.Line - 1].TrimEnd('\r').Replace('\t', ' ');
        int column = Math.Min(diagnostic.Column - 1, line.Length);
        int start = line.Length <= LongestLine ? 0 : Math.Max(0, Math.Min(column - BeforeCaret, line.Length - LongestLine));
        string shown = DisplayText.Clean(line[start..Math.Min(line.Length, start + LongestLine)]);
        string number = diagnostic.Line.ToString(CultureInfo.InvariantCulture);
        string margin = new(' ', number.Length);
        text.Append(CultureInfo.InvariantCulture, $" {margin} |\n {number} | {shown}\n {margin} | {new string(' ', column - start)}^\n");
    }
}
