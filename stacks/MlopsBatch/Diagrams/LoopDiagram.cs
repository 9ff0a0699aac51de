using MlopsBatch.Inspection;

namespace MlopsBatch.Diagrams;

/// <summary>The closed loop of one stack, read off the rules, targets and schedules that it declares.</summary>
public static class LoopDiagram
{
    private const string Event = "event";
    private const string Mail = "mail";
    private const string Start = "starts";
    private const string Person = "people and GitLab";

    /// <summary>Draws what the stack declares.</summary>
    public static Diagram Of(EvaluatedStack stack)
    {
        var rules = stack.OfType("aws:cloudwatch/eventRule:EventRule").ToDictionary(rule => rule.Text("name")!);
        var pipelines = stack.OfType("aws:sagemaker/pipeline:Pipeline").ToList();
        var functions = stack.OfType("aws:lambda/function:Function").ToList();
        var boxes = new List<DiagramBox>();
        var arrows = new List<DiagramArrow>();
        boxes.AddRange(rules.Values.Select(rule => new DiagramBox(Id(rule.Name), $"{rule.Name}\n{Wrap(rule.Text("description")!)}", 1, Event)));
        boxes.AddRange(stack.OfType("aws:scheduler/schedule:Schedule").Select(schedule => new DiagramBox(Id($"schedule {schedule.Name}"), $"schedule\n{schedule.Text("scheduleExpression")}\n{schedule.Text("scheduleExpressionTimezone")}", 1, Event)));
        boxes.AddRange(pipelines.Select(pipeline => new DiagramBox(Id($"pipeline {pipeline.Name}"), $"{pipeline.Name}\nSageMaker pipeline", 2, Start)));
        boxes.AddRange(functions.Select(function => new DiagramBox(Id($"function {function.Name}"), $"{function.Name}\nfunction", 2, Mail)));
        foreach (var target in stack.OfType("aws:cloudwatch/eventTarget:EventTarget"))
        {
            var rule = rules[target.Text("rule")!];
            var arn = target.Text("arn")!;
            if (pipelines.FirstOrDefault(pipeline => arn.EndsWith($":pipeline/{pipeline.Name}", StringComparison.Ordinal)) is { } pipeline) arrows.Add(new(Id(rule.Name), Id($"pipeline {pipeline.Name}"), Start));
            else if (functions.FirstOrDefault(function => arn.EndsWith($":function:{function.Text("name")}", StringComparison.Ordinal)) is { } function) arrows.Add(new(Id(rule.Name), Id($"function {function.Name}"), Event));
            else Other(boxes, arrows, rule, arn);
        }

        foreach (var schedule in stack.OfType("aws:scheduler/schedule:Schedule"))
        {
            var name = schedule.Inputs["target"]!["arn"]!.ToString().Split("pipeline/")[^1];
            arrows.Add(new(Id($"schedule {schedule.Name}"), Id($"pipeline {name}"), Start));
        }

        Surroundings(stack, boxes, arrows, rules.Values);
        return new($"The closed loop of stack {stack.Name}", boxes, arrows, new Dictionary<string, string>
        {
            [Event] = Colours.Blue, [Start] = Colours.Green, [Mail] = Colours.Orange, [Person] = Colours.Purple,
        });
    }

    private static void Other(List<DiagramBox> boxes, List<DiagramArrow> arrows, RecordedResource rule, string arn)
    {
        var isBus = arn.Contains(":event-bus/", StringComparison.Ordinal);
        var id = isBus ? "other_bus" : "audit";
        if (boxes.All(box => box.Id != id)) boxes.Add(new(id, isBus ? "bus of the account\nthat builds" : "audit log\nkept for a year", 2, Event));
        arrows.Add(new(Id(rule.Name), id, Event));
    }

    /// <summary>Who is at both ends: people who put data and decide, SageMaker that reports, GitLab that deploys.</summary>
    private static void Surroundings(EvaluatedStack stack, List<DiagramBox> boxes, List<DiagramArrow> arrows, IEnumerable<RecordedResource> rules)
    {
        boxes.Add(new("s3", "data bucket\ntraining data, batches,\nlists of violations", 0, Event));
        boxes.Add(new("sagemaker", "SageMaker\nexecutions and steps", 0, Event));
        foreach (var rule in rules)
        {
            var pattern = rule.Text("eventPattern")!;
            var source = pattern.Contains("\"aws.s3\"", StringComparison.Ordinal) ? "s3"
                : pattern.Contains("Model Package", StringComparison.Ordinal) ? "registry"
                : pattern.Contains("\"mlops-batch\"", StringComparison.Ordinal) ? Id("function approval-deploy") : "sagemaker";
            if (source == "registry" && boxes.All(box => box.Id != "registry")) boxes.Add(new("registry", "model registry\nregistered, approved, rejected", 0, Event));
            arrows.Add(new(source, Id(rule.Name), Event));
        }

        boxes.Add(new("people", "people\napprove, reject, review", 3, Person));
        arrows.Add(new(Id("function notifications"), "people", Mail, "mail"));
        if (stack.OfType("aws:lambda/function:Function").Any(function => function.Name == "approval-deploy"))
        {
            boxes.Add(new("gitlab", "GitLab\npulumi up in the deploy accounts", 3, Person));
            arrows.Add(new(Id("function approval-deploy"), "gitlab", Person, "deploy"));
        }
    }

    private static string Id(string name) => new([.. name.Select(sign => char.IsAsciiLetterOrDigit(sign) ? sign : '_')]);

    private static string Wrap(string text)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length + word.Length > 34) lines.Add("");
            lines[^1] = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
        }

        return string.Join('\n', lines);
    }
}
