namespace MlopsBatch.Cli.Graphs.Layout;

/// <summary>A rectangle in the drawing, in pixels.</summary>
internal sealed record Box(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public double CentreX => X + (Width / 2);

    public double CentreY => Y + (Height / 2);
}
