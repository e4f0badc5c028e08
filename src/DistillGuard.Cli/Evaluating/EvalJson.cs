// SPDX-License-Identifier: MIT

using System.Text.Json;
using System.Text.Json.Serialization;

namespace DistillGuard.Cli.Evaluating;

/// <summary>How an evaluation is written. The same evaluation gives the same bytes.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    NewLine = "\n",
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(EvalResult))]
internal sealed partial class EvalJson : JsonSerializerContext
{
    public static void Write(Stream stream, EvalResult result)
    {
        JsonSerializer.Serialize(stream, result, Default.EvalResult);
        stream.WriteByte((byte)'\n');
    }
}
