// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules.Reading;

/// <summary>Collects the mistakes of one document; nothing is thrown, so that the author sees all at once.</summary>
internal sealed class DiagnosticList
{
    private readonly string _source;
    private readonly List<RuleDiagnostic> _found;
    private readonly RuleSeverity _severity;

    public DiagnosticList(string source, List<RuleDiagnostic> found, RuleSeverity severity = RuleSeverity.Error)
    {
        _source = source;
        _severity = severity;
        _found = found;
    }

    /// <summary>Number of mistakes, those of earlier documents included.</summary>
    public int Count => _found.Count;

    public void Add(string code, Place place, string problem, string remedy, string value = "") =>
        _found.Add(new RuleDiagnostic
        {
            Code = code,
            Severity = _severity,
            Source = _source,
            Path = place.Path,
            Line = place.Line,
            Column = place.Column,
            Problem = problem,
            Value = value,
            Remedy = remedy,
        });
}
