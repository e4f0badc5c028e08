// SPDX-License-Identifier: MIT

using System.Globalization;

namespace DistillGuard.Load;

/// <summary>The command line: words in order, and options with a value.</summary>
internal sealed class Arguments
{
    private readonly List<string> _words = [];
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);
    private int _next;

    public Arguments(IReadOnlyList<string> arguments)
    {
        for (int i = 0; i < arguments.Count; i++)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal))
            {
                _words.Add(arguments[i]);
            }
            else if (i + 1 < arguments.Count)
            {
                _options[arguments[i]] = arguments[++i];
            }
            else
            {
                throw new ArgumentException($"{arguments[i]}: its value is missing; write {arguments[i]} VALUE.", nameof(arguments));
            }
        }
    }

    /// <summary>The next word; empty when there is none.</summary>
    public string Next() => _next < _words.Count ? _words[_next++] : string.Empty;

    /// <summary>The words that are left.</summary>
    public IReadOnlyList<string> Rest() => _words[_next..];

    /// <summary>An option's text; <see langword="null"/> when it was not given.</summary>
    public string? Text(string option) => _options.GetValueOrDefault(option);

    /// <summary>An option's number.</summary>
    public int Number(string option, int standard) =>
        _options.TryGetValue(option, out string? text) ? int.Parse(text, CultureInfo.InvariantCulture) : standard;
}
