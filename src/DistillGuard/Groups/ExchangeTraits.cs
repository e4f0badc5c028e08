// SPDX-License-Identifier: MIT

namespace DistillGuard.Groups;

/// <summary>Yes-or-no facts of an exchange that group evidence is made of.</summary>
[Flags]
public enum ExchangeTraits : ushort
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>One user message and nothing of the model's: a question without a conversation.</summary>
    SingleTurn = 1,

    /// <summary>No system text.</summary>
    NoSystem = 1 << 1,

    /// <summary>Several answers are asked for at once.</summary>
    SeveralChoices = 1 << 2,

    /// <summary>Log-probabilities of tokens are asked for.</summary>
    LogProbabilities = 1 << 3,

    /// <summary>Reasoning is to be shown in the answer.</summary>
    ShowsReasoning = 1 << 4,

    /// <summary>The answer must be JSON.</summary>
    StructuredOutput = 1 << 5,

    /// <summary>A temperature is given.</summary>
    Temperature = 1 << 6,

    /// <summary>A limit of the answer's length is given.</summary>
    MaxOutput = 1 << 7,

    /// <summary>Tools are offered.</summary>
    Tools = 1 << 8,
}
