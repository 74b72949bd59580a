import { lexer, type Token, type Tokens } from 'marked'
import { Fragment, type ReactNode } from 'react'
import { Link } from 'react-router'
import { GuidePicture } from './guide-picture.tsx'

/** The project's own guides as elements: no HTML is taken from a text, so nothing but words can be in it. */
export function Markdown({ source }: { readonly source: string }) {
  return <>{blocks(lexer(source))}</>
}

function blocks(tokens: readonly Token[]): ReactNode {
  return tokens.map((token, place) => <Fragment key={place}>{block(token)}</Fragment>)
}

function block(token: Token): ReactNode {
  switch (token.type) {
    case 'heading': {
      const { depth, tokens } = token as Tokens.Heading
      const Heading = depth === 1 ? 'h1' : depth === 2 ? 'h2' : 'h3'
      return <Heading>{inline(tokens)}</Heading>
    }
    case 'paragraph': {
      const { tokens } = token as Tokens.Paragraph
      return tokens.every(({ type }) => type === 'image') ? inline(tokens) : <p>{inline(tokens)}</p>
    }
    case 'blockquote':
      return <blockquote>{blocks((token as Tokens.Blockquote).tokens)}</blockquote>
    case 'code':
      return (
        <pre>
          <code>{(token as Tokens.Code).text}</code>
        </pre>
      )
    case 'list': {
      const { ordered, items } = token as Tokens.List
      const List = ordered ? 'ol' : 'ul'
      return (
        <List>
          {items.map((entry, place) => (
            <li key={place}>{blocks(entry.tokens)}</li>
          ))}
        </List>
      )
    }
    case 'table':
      return <Table table={token as Tokens.Table} />
    case 'text': {
      const { tokens, text } = token as Tokens.Text
      return tokens === undefined ? text : inline(tokens)
    }
    default:
      return null
  }
}

function Table({ table: { header, rows } }: { readonly table: Tokens.Table }) {
  return (
    <div className="help-wide">
      <table className="tbl">
        <thead>
          <tr>
            {header.map(({ tokens }, place) => (
              <th key={place} scope="col">
                {inline(tokens)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map(({ tokens }, place) => (
                <td key={place}>{inline(tokens)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function inline(tokens: readonly Token[]): ReactNode {
  return tokens.map((token, place) => <Fragment key={place}>{word(token)}</Fragment>)
}

function word(token: Token): ReactNode {
  switch (token.type) {
    case 'strong':
      return <b>{inline((token as Tokens.Strong).tokens)}</b>
    case 'em':
      return <em>{inline((token as Tokens.Em).tokens)}</em>
    case 'codespan':
      return <code>{(token as Tokens.Codespan).text}</code>
    case 'link': {
      const { href, tokens } = token as Tokens.Link
      const own = /^([a-z]+)\.md$/.exec(href)?.[1]
      return own === undefined ? inline(tokens) : <Link to={`/help/${own}`}>{inline(tokens)}</Link>
    }
    case 'image': {
      const { href, text } = token as Tokens.Image
      return <GuidePicture path={href} alt={text} />
    }
    case 'br':
      return <br />
    default:
      return 'text' in token ? String(token.text) : null
  }
}
