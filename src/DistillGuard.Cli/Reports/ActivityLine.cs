// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;
using DistillGuard.Subjects;

namespace DistillGuard.Cli.Reports;

/// <summary>One account of a picture.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Key">Its key.</param>
/// <param name="Accused">When it was first accused.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ActivityLine(string Name, SubjectKey Key, DateTimeOffset? Accused);
