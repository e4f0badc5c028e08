// SPDX-License-Identifier: MIT

using NJsonSchema;
using NJsonSchema.Validation;

namespace DistillGuard.Cli.Support;

/// <summary>Holds a findings file against the written contract.</summary>
internal static class FindingsContract
{
    public static void Check(string json)
    {
        JsonSchema schema = JsonSchema.FromJsonAsync(Resources.Read("findings.schema.json")).GetAwaiter().GetResult();
        ICollection<ValidationError> errors = schema.Validate(json);
        Assert.That(errors.Select(error => error.ToString()), Is.Empty);
    }
}
