// SPDX-License-Identifier: MIT

using System.Text;
using System.Xml.Linq;

namespace DistillGuard.Pages;

public sealed class HtmlPageTests
{
    private const string Hostile = "\"><script>]]>&\0\u202e'";
    private const string Cleaned = "\"><script>]]>&\uFFFD\uFFFD'";

    [Test]
    public void Text_Hostile_ComesBackAsText() =>
        Assert.That(Write(page => page.Leaf("p", Hostile)).Descendants("p").Single().Value, Is.EqualTo(Cleaned));

    [Test]
    public void Open_HostileAttribute_ComesBackAsItsValue() => Assert.That(
        Write(page => page.Leaf("p", string.Empty, ("class", Hostile))).Descendants("p").Single().Attribute("class")!.Value,
        Is.EqualTo(Cleaned));

    [Test]
    public void Open_AttributeWithoutValue_IsLeftOut() => Assert.That(
        Write(page => page.Leaf("p", string.Empty, ("class", null))).Descendants("p").Single().Attributes(), Is.Empty);

    [Test]
    public void Dispose_ElementsAreOpen_ClosesThem() =>
        Assert.That(Write(page => page.Open("main")).Descendants("main").Single().Parent!.Name.LocalName, Is.EqualTo("body"));

    [Test]
    public void Table_OfTwoColumns_NamesColumnsAndRows()
    {
        XDocument document = Write(page =>
        {
            using var table = new HtmlTable(page, "People", "Name", ">Age");
            table.Row(Hostile, "7");
        });

        Assert.That(document.Descendants("caption").Single().Value, Is.EqualTo("People"));
        Assert.That(document.Descendants("th").Select(cell => cell.Attribute("scope")!.Value), Is.EqualTo(["col", "col", "row"]));
        Assert.That(document.Descendants("bdi").Select(cell => cell.Value), Is.EqualTo([Cleaned, "7"]));
    }

    [Test]
    public void Chart_CurveAndLevel_StandWhereTheirValuesAre()
    {
        XDocument document = Write(page =>
        {
            var chart = new LineChart("c", "Curve", 100) { Description = "A curve.", Ticks = [new AxisTick(0.5, "half")], Lowest = 0, Highest = 10 };
            chart.AddCurve([new ChartPoint(0, 0), new ChartPoint(0.25, 10), new ChartPoint(2, 5)]);
            chart.AddLevel(5, "bar");
            chart.WriteTo(page);
        });

        Assert.That(document.Descendants("path").Single().Attribute("d")!.Value, Is.EqualTo("M0 100L250 0L1000 50"));
        Assert.That(
            document.Descendants("line").Single(line => line.Attribute("class")!.Value == "level").Attribute("y1")!.Value,
            Is.EqualTo("70"));
        Assert.That(document.Descendants("desc").Single().Value, Is.EqualTo("A curve."));
    }

    private static XDocument Write(Action<HtmlPage> body)
    {
        using var stream = new MemoryStream();
        using (var page = new HtmlPage(stream, Hostile))
        {
            body(page);
        }

        return XDocument.Parse(Encoding.UTF8.GetString(stream.ToArray()));
    }
}
