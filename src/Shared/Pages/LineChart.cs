// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Text;

namespace DistillGuard.Pages;

/// <summary>A curve over an axis, with lines across at values that matter, such as a bar.</summary>
internal sealed class LineChart
{
    private const double Top = 20;
    private const double WordsHeight = 22;
    private const double Units = 1000;

    private readonly string _id;
    private readonly string _title;
    private readonly double _height;
    private readonly List<(IReadOnlyList<ChartPoint> Points, string Style)> _curves = [];
    private readonly List<(double Value, string Label)> _levels = [];
    private readonly List<(double X, string Label)> _moments = [];

    /// <summary>Makes an empty chart.</summary>
    /// <param name="id">A name that no other element of the page has.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="height">How high the field of the curve is, in pixels.</param>
    public LineChart(string id, string title, double height)
    {
        _id = id;
        _title = title;
        _height = height;
    }

    /// <summary>What there is to see, for those who cannot.</summary>
    public required string Description { get; init; }

    /// <summary>The marks of the axis across.</summary>
    public required IReadOnlyList<AxisTick> Ticks { get; init; }

    /// <summary>The value at the bottom.</summary>
    public required double Lowest { get; init; }

    /// <summary>The value at the top.</summary>
    public required double Highest { get; init; }

    /// <summary>Adds a curve.</summary>
    public void AddCurve(IReadOnlyList<ChartPoint> points, string style = "curve") => _curves.Add((points, style));

    /// <summary>Adds a line across.</summary>
    public void AddLevel(double value, string label) => _levels.Add((value, label));

    /// <summary>Adds a line down.</summary>
    public void AddMoment(double x, string label) => _moments.Add((x, label));

    /// <summary>Draws it.</summary>
    public void WriteTo(HtmlPage page)
    {
        double bottom = Top + _height;
        var drawing = new Drawing(page, _id, bottom + WordsHeight, _title, Description);
        drawing.Axis(Ticks, Top, bottom);
        drawing.Line("base", 0, bottom, 1, bottom);
        foreach ((double value, _) in _levels)
        {
            drawing.Line("level", 0, Top + Down(value), 1, Top + Down(value));
        }

        drawing.OpenStretched(Top, _height, Units);
        foreach ((IReadOnlyList<ChartPoint> points, string style) in _curves)
        {
            page.Empty("path", ("class", style), ("d", Path(points)));
        }

        drawing.CloseStretched();
        foreach ((double value, string label) in _levels)
        {
            drawing.Note(1, Top + Down(value) - 4, label);
        }

        foreach ((double x, string label) in _moments)
        {
            drawing.Line("alert", x, Top - 2, x, bottom);
            drawing.Note(x, Top - 6, label);
        }

        drawing.Close();
    }

    private string Path(IReadOnlyList<ChartPoint> points)
    {
        var path = new StringBuilder();
        foreach (ChartPoint point in Thin(points))
        {
            path.Append(path.Length == 0 ? 'M' : 'L');
            path.Append(CultureInfo.InvariantCulture, $"{Math.Clamp(point.X, 0, 1) * Units:0.#} {Down(point.Y):0.#}");
        }

        return path.ToString();
    }

    // Of the points in one unit of the width, less than a pixel, the first, the lowest, the highest and the last are all that can be seen.
    private static List<ChartPoint> Thin(IReadOnlyList<ChartPoint> points)
    {
        var seen = new List<ChartPoint>();
        for (int i = 0; i < points.Count;)
        {
            int lowest = i;
            int highest = i;
            int end = i + 1;
            while (end < points.Count && UnitOf(points[end]) == UnitOf(points[i]))
            {
                lowest = points[end].Y < points[lowest].Y ? end : lowest;
                highest = points[end].Y > points[highest].Y ? end : highest;
                end++;
            }

            int taken = -1;
            foreach (int index in (ReadOnlySpan<int>)[i, Math.Min(lowest, highest), Math.Max(lowest, highest), end - 1])
            {
                if (index > taken)
                {
                    seen.Add(points[index]);
                    taken = index;
                }
            }

            i = end;
        }

        return seen;
    }

    private static int UnitOf(ChartPoint point) => (int)(Math.Clamp(point.X, 0, 1) * Units);

    private double Down(double value) =>
        Highest > Lowest ? Math.Clamp((Highest - value) / (Highest - Lowest), 0, 1) * _height : _height;
}
