// SPDX-License-Identifier: MIT

using System.Text.Json;
using System.Text.Json.Serialization;

namespace DistillGuard.Geo.Regions;

/// <summary>Strict reading: unknown, duplicate, missing and null members are errors.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Strict, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RegionPolicyDocument))]
internal sealed partial class RegionPolicyContext : JsonSerializerContext;
