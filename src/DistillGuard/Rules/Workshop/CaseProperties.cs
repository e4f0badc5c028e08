// SPDX-License-Identifier: MIT

using DistillGuard.Requests;

namespace DistillGuard.Rules.Workshop;

/// <summary>The properties of a request that a case can set; the others follow from its texts.</summary>
internal static class CaseProperties
{
    public static readonly string[] Names =
    [
        "choiceCount", "maxOutputTokens", "temperature", "topP", "topK", "logProbabilities", "topLogProbabilities", "hasSeed",
        "stopCount", "stream", "outputFormat", "toolCount", "asksForReasoning", "showsReasoning", "mediaCount",
    ];

    public static void Set(ref SamplingParameters sampling, string name, double value)
    {
        switch (name)
        {
            case "choiceCount":
                sampling.ChoiceCount = (int)value;
                break;
            case "maxOutputTokens":
                sampling.MaxOutputTokens = (int)value;
                break;
            case "temperature":
                sampling.Temperature = (float)value;
                break;
            case "topP":
                sampling.TopP = (float)value;
                break;
            case "topK":
                sampling.TopK = (int)value;
                break;
            case "logProbabilities":
                sampling.LogProbabilities = value != 0;
                break;
            case "topLogProbabilities":
                sampling.TopLogProbabilities = (int)value;
                break;
            case "hasSeed":
                sampling.HasSeed = value != 0;
                break;
            case "stopCount":
                sampling.StopCount = (int)value;
                break;
            case "stream":
                sampling.Stream = value != 0;
                break;
            case "outputFormat":
                sampling.OutputFormat = (OutputFormat)(int)value;
                break;
            case "toolCount":
                sampling.ToolCount = (int)value;
                break;
            case "asksForReasoning":
                sampling.AsksForReasoning = value != 0;
                break;
            case "showsReasoning":
                sampling.ShowsReasoning = value != 0;
                break;
            default:
                sampling.MediaCount = (int)value;
                break;
        }
    }
}
