// SPDX-License-Identifier: MIT

using DistillGuard.Requests;

namespace DistillGuard.Rules.Workshop;

/// <summary>A prompt that a rule must match, or must not. Immutable.</summary>
public sealed class RuleCase
{
    private readonly IReadOnlyList<(MessageRole Role, string Text)> _texts;
    private readonly IReadOnlyList<(string Name, double Value)> _properties;

    internal RuleCase(
        string rule,
        bool mustMatch,
        int number,
        IReadOnlyList<(MessageRole Role, string Text)> texts,
        IReadOnlyList<(string Name, double Value)> properties)
    {
        Rule = rule;
        MustMatch = mustMatch;
        Number = number;
        _texts = texts;
        _properties = properties;
    }

    /// <summary>Id of the rule whose case it is.</summary>
    public string Rule { get; }

    /// <summary>Whether the rule must match; otherwise no rule may.</summary>
    public bool MustMatch { get; }

    /// <summary>Its place in its list, counted from 1.</summary>
    public int Number { get; }

    /// <summary>The case with every text changed.</summary>
    public RuleCase Change(Func<string, string> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new RuleCase(Rule, MustMatch, Number, [.. _texts.Select(text => (text.Role, change(text.Text)))], _properties);
    }

    /// <summary>Fills a buffer with the request that the case is; what it held is forgotten.</summary>
    public void WriteTo(RequestBuffer buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        buffer.Clear();
        for (int i = 0; i < _texts.Count; i++)
        {
            buffer.Add(_texts[i].Role, _texts[i].Text, message: i);
        }

        buffer.Sampling.MessageCount = _texts.Count;
        foreach ((string name, double value) in _properties)
        {
            CaseProperties.Set(ref buffer.Sampling, name, value);
        }
    }

    /// <summary>The texts on one line, cut to 100 characters, for messages.</summary>
    public override string ToString()
    {
        const int Longest = 100;
        string line = string.Join(" | ", _texts.Select(text => text.Text)).ReplaceLineEndings(" ");
        return line.Length <= Longest ? line : line[..Longest] + "...";
    }
}
