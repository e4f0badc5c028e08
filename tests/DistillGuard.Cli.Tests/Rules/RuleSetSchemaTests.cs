// SPDX-License-Identifier: MIT

using System.Text;
using DistillGuard.Rules;
using NJsonSchema;

namespace DistillGuard.Cli.Rules;

/// <summary>The schema against documents that compile, and one that does not.</summary>
public sealed class RuleSetSchemaTests
{
    [Test]
    public async Task Validate_Catalogue_IsValid()
    {
        JsonSchema schema = await JsonSchema.FromJsonAsync(RuleSetSchema.Json);
        foreach (RuleSetSource source in BuiltInRuleSets.Sources())
        {
            Assert.That(schema.Validate(Encoding.UTF8.GetString(source.Utf8.Span)), Is.Empty, source.Name);
        }
    }

    [Test]
    public async Task Validate_MisspeltMember_IsInvalid()
    {
        JsonSchema schema = await JsonSchema.FromJsonAsync(RuleSetSchema.Json);
        string json = Encoding.UTF8.GetString(BuiltInRuleSets.Sources()[0].Utf8.Span);

        Assert.That(schema.Validate(json.Replace("\"weight\"", "\"weigth\"", StringComparison.Ordinal)), Is.Not.Empty);
    }
}
