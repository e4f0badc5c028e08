// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>Reads a value of its text.</summary>
/// <param name="text">The text.</param>
/// <param name="value">The value, when there is one.</param>
/// <param name="problem">What is wrong, when there is none.</param>
internal delegate bool SettingParser<TValue>(string text, out TValue value, out string problem);
