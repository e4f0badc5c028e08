// SPDX-License-Identifier: MIT

using DistillGuard.Detectors.QuestionBank;

namespace DistillGuard;

/// <summary>Adds <c>question-bank</c>.</summary>
public static class QuestionBankExtensions
{
    /// <summary>
    /// Adds the analyzer of pools: accounts that share no template, but ask single questions about the same things.
    /// Adding it again changes the same options.
    /// </summary>
    public static DistillationGuardBuilder AddQuestionBank(
        this DistillationGuardBuilder builder,
        Action<QuestionBankOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddAnalyzer<QuestionBankOptions>(QuestionBankAnalyzer.AnalyzerName, configure, Create);
    }

    private static QuestionBankAnalyzer Create(QuestionBankOptions options) => new(options);
}
