package sitetest

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"cauviec/internal/startup"
)

// Client asks the site as one person, in the test's own process. It keeps
// cookies and follows no redirect.
type Client struct {
	tb      testing.TB
	site    *Site
	cookies map[string]string
}

// Answer is a response.
type Answer struct {
	*httptest.ResponseRecorder
	Path string
}

// Visitor returns a client that is not signed in.
func (s *Site) Visitor(tb testing.TB) *Client {
	return &Client{tb: tb, site: s, cookies: map[string]string{}}
}

// SignIn returns a client signed in with an account of the sample world.
func (s *Site) SignIn(tb testing.TB, username string) *Client {
	tb.Helper()
	c := s.Visitor(tb)
	a := c.Post("/dang-nhap", url.Values{"username": {username}, "password": {startup.DemoPassword}})
	if a.Code != http.StatusSeeOther {
		tb.Fatalf("signing in as %s: %d", username, a.Code)
	}
	return c
}

// Speak asks for pages in another language.
func (c *Client) Speak(lang string) { c.cookies["lang"] = lang }

// Get asks for a page.
func (c *Client) Get(path string) Answer {
	return c.do(httptest.NewRequestWithContext(c.tb.Context(), http.MethodGet, path, nil))
}

// Post sends a form.
func (c *Client) Post(path string, form url.Values) Answer {
	r := httptest.NewRequestWithContext(c.tb.Context(), http.MethodPost, path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return c.do(r)
}

// Upload sends a form with a file.
func (c *Client) Upload(path string, form url.Values, field, name string, content []byte) Answer {
	c.tb.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	for key, values := range form {
		for _, value := range values {
			if err := w.WriteField(key, value); err != nil {
				c.tb.Fatal(err)
			}
		}
	}
	file, err := w.CreateFormFile(field, name)
	if err == nil {
		_, err = file.Write(content)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		c.tb.Fatal(err)
	}
	r := httptest.NewRequestWithContext(c.tb.Context(), http.MethodPost, path, &body)
	r.Header.Set("Content-Type", w.FormDataContentType())
	return c.do(r)
}

// Send sends the form that a selector finds on a page as the page offers it,
// with more values or others.
func (c *Client) Send(page Answer, selector string, more url.Values) Answer {
	c.tb.Helper()
	form := page.Doc(c.tb).Find(selector)
	action, ok := form.Attr("action")
	if !ok || form.Length() != 1 {
		c.tb.Fatalf("%s: %d forms %q", page.Path, form.Length(), selector)
	}
	values := FormValues(form)
	for name, value := range more {
		values[name] = value
	}
	return c.Post(action, values)
}

// FormValues returns what a browser would send of an untouched form.
func FormValues(form *goquery.Selection) url.Values {
	values := url.Values{}
	form.Find("input[name], textarea[name]").Each(func(_ int, in *goquery.Selection) {
		kind, _ := in.Attr("type")
		_, checked := in.Attr("checked")
		switch {
		case goquery.NodeName(in) == "textarea":
			values.Add(in.AttrOr("name", ""), in.Text())
		case kind == "submit" || kind == "file" || (kind == "checkbox" || kind == "radio") && !checked:
		default:
			values.Add(in.AttrOr("name", ""), in.AttrOr("value", ""))
		}
	})
	form.Find("select[name]").Each(func(_ int, list *goquery.Selection) {
		option := list.Find("option[selected]").First()
		if option.Length() == 0 {
			option = list.Find("option").First()
		}
		values.Add(list.AttrOr("name", ""), option.AttrOr("value", ""))
	})
	return values
}

func (c *Client) do(r *http.Request) Answer {
	for name, value := range c.cookies {
		r.AddCookie(&http.Cookie{Name: name, Value: value})
	}
	w := httptest.NewRecorder()
	c.site.ServeHTTP(w, r)
	for _, cookie := range w.Result().Cookies() {
		if cookie.MaxAge < 0 {
			delete(c.cookies, cookie.Name)
			continue
		}
		c.cookies[cookie.Name] = cookie.Value
	}
	return Answer{w, r.URL.Path}
}

// Doc parses the answer's page.
func (a Answer) Doc(tb testing.TB) *goquery.Document {
	tb.Helper()
	doc, err := goquery.NewDocumentFromReader(bytes.NewReader(a.Body.Bytes()))
	if err != nil {
		tb.Fatal(err)
	}
	return doc
}
