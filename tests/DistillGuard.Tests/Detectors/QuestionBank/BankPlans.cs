// SPDX-License-Identifier: MIT

using DistillGuard.Testing;
using DistillGuard.Testing.Texts;

namespace DistillGuard.Detectors.QuestionBank;

/// <summary>Plans that the tests of <c>question-bank</c> share.</summary>
internal static class BankPlans
{
    /// <summary>Twelve accounts that draw single questions from one list.</summary>
    public static GroupPlan Bank { get; } = new()
    {
        Name = "bank",
        Accounts = 12,
        Dispatch = Dispatch.Independent,
        Prompts = SampleTexts.Bank(SampleLanguage.English),
    };
}
