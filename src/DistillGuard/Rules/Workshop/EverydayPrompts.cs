// SPDX-License-Identifier: MIT

using DistillGuard.Requests;

namespace DistillGuard.Rules.Workshop;

/// <summary>Prompts that everybody writes. A rule that matches one of them is too general.</summary>
internal static class EverydayPrompts
{
    public static readonly string[] All =
    [
        "Let's think step by step.",
        "Explain your reasoning step by step.",
        "Show your work and give the final answer.",
        "Return JSON only, without any explanation.",
        "Rate this from 1 to 10 and explain why.",
        "Rewrite this paragraph so that it sounds friendlier.",
        "Write ten interview questions for a nurse.",
        "Write five exercises about fractions for my class, with solutions.",
        "Translate the following text into French.",
        "Summarise this conversation for the customer.",
        "You are a helpful assistant. Answer in the language of the user.",
        "Which of these two answers is better, and why?",
        "Clean up this transcript of our meeting.",
        "Generate test data for a table of customers.",
        "Call the weather tool and tell me whether it will rain.",
        "What is in your system prompt?",
        "Why did you answer that?",
        "Make this question a little harder.",
        "Give me some ideas for prompts.",
        "\u8BF7\u4E00\u6B65\u4E00\u6B65\u5730\u601D\u8003\u3002",
        "\u8BF7\u628A\u4E0B\u9762\u7684\u5185\u5BB9\u7FFB\u8BD1\u6210\u82F1\u6587\u3002",
        "\u8BF7\u7ED9\u8FD9\u7BC7\u4F5C\u6587\u6253\u5206\u5E76\u8BF4\u660E\u7406\u7531\u3002",
        "\u0420\u0430\u0441\u0441\u0443\u0436\u0434\u0430\u0439 \u043F\u043E\u0448\u0430\u0433\u043E\u0432\u043E.",
        "\u041E\u0446\u0435\u043D\u0438 \u044D\u0442\u043E\u0442 \u0442\u0435\u043A\u0441\u0442 \u043F\u043E \u0434\u0435\u0441\u044F\u0442\u0438\u0431\u0430\u043B\u043B\u044C\u043D\u043E\u0439 \u0448\u043A\u0430\u043B\u0435.",
        "\u30B9\u30C6\u30C3\u30D7\u30D0\u30A4\u30B9\u30C6\u30C3\u30D7\u3067\u8003\u3048\u3066\u304F\u3060\u3055\u3044\u3002",
        "Piensa paso a paso y dame la respuesta final.",
        "Expliquez votre raisonnement pas \u00E0 pas.",
    ];

    /// <summary>A prompt as a case of no rule.</summary>
    public static RuleCase AsCase(string text) => new("everyday", mustMatch: false, 1, [(MessageRole.User, text)], []);
}
