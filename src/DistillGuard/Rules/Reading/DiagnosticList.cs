// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules.Reading;

/// <summary>Collects the mistakes of one document; nothing is thrown, so that the author sees all at once.</summary>
internal sealed class DiagnosticList
{
    private readonly string _source;
    private readonly List<RuleDiagnostic> _found;

    public DiagnosticList(string source, List<RuleDiagnostic> found)
    {
        _source = source;
        _found = found;
    }

    /// <summary>Number of mistakes, those of earlier documents included.</summary>
    public int Count => _found.Count;

    public void Add(string code, Place place, string problem, string remedy, string value = "") =>
        _found.Add(new RuleDiagnostic
        {
            Code = code,
            Source = _source,
            Path = place.Path,
            Line = place.Line,
            Column = place.Column,
            Problem = problem,
            Value = value,
            Remedy = remedy,
        });
}
