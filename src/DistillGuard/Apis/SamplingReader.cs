// SPDX-License-Identifier: MIT

using System.Text.Json;
using DistillGuard.Requests;

namespace DistillGuard.Apis;

/// <summary>Reads the sampling parameters; they mean the same in every API, only spelled differently.</summary>
internal static class SamplingReader
{
    /// <summary>Reads the current member when it is a sampling parameter, and passes over any other.</summary>
    public static void Read(ref JsonCursor json, ref SamplingParameters sampling)
    {
        switch (json.Member)
        {
            case Member.ChoiceCount:
            case Member.CandidateCount:
                sampling.ChoiceCount = json.ReadInt32();
                break;
            case Member.MaxCompletionTokens:
            case Member.MaxOutputTokens:
                sampling.MaxOutputTokens = json.ReadInt32();
                break;
            case Member.MaxTokens:
                ReadMaxTokens(ref json, ref sampling);
                break;
            case Member.Temperature:
                sampling.Temperature = json.ReadSingle();
                break;
            case Member.TopP:
                sampling.TopP = json.ReadSingle();
                break;
            case Member.TopK:
                sampling.TopK = json.ReadInt32();
                break;
            case Member.Logprobs:
                ReadLogprobs(ref json, ref sampling);
                break;
            case Member.TopLogprobs:
                sampling.TopLogProbabilities = json.ReadInt32();
                break;
            case Member.ResponseLogprobs:
                sampling.LogProbabilities = json.ReadBoolean();
                break;
            case Member.Seed:
                sampling.HasSeed = true;
                json.Skip();
                break;
            case Member.Stop:
            case Member.StopSequences:
                sampling.StopCount = json.CountStrings();
                break;
            case Member.Stream:
                sampling.Stream = json.ReadBoolean();
                break;
            default:
                json.Skip();
                break;
        }
    }

    /// <summary>Whether the current word is an effort other than none.</summary>
    public static bool ReadEffort(ref JsonCursor json) => !json.ReadWord().SequenceEqual("none"u8);

    // The deprecated name of max_completion_tokens, which wins where a client sends both.
    private static void ReadMaxTokens(ref JsonCursor json, ref SamplingParameters sampling)
    {
        int value = json.ReadInt32();
        if (sampling.MaxOutputTokens == 0)
        {
            sampling.MaxOutputTokens = value;
        }
    }

    // OpenAI switches log probabilities on with a boolean; Google counts the alternatives under the same name.
    private static void ReadLogprobs(ref JsonCursor json, ref SamplingParameters sampling)
    {
        if (json.Token == JsonTokenType.Number)
        {
            sampling.TopLogProbabilities = json.ReadInt32();
        }
        else
        {
            sampling.LogProbabilities = json.ReadBoolean();
        }
    }
}
